import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import './style.css';

const FIELDS = [['first', 'First name'], ['last', 'Last name'], ['email', 'Email'], ['user', 'Username']];
const SAMPLE = { first: 'Ada', last: 'Lovelace', email: 'ada@example.com', user: 'ada' };
const fetches = new URLSearchParams(location.search).has('fetch');

function Profile({ account }) {
  const [values, setValues] = useState(account);
  return (
    <form>
      <h1>Personal info</h1>
      {FIELDS.map(([name, label]) => (
        <div key={name}>
          <label htmlFor={name}>{label}</label>
          <input id={name} value={values[name]} onChange={(event) => setValues({ ...values, [name]: event.target.value })} />
        </div>
      ))}
      <button>Save</button>
    </form>
  );
}

function Security() {
  return (
    <form>
      <h1>Security</h1>
      <label htmlFor="current">Current password</label><input id="current" type="password" />
      <label htmlFor="new">New password</label><input id="new" type="password" />
      <button>Change password</button>
    </form>
  );
}

function App() {
  const [tab, setTab] = useState('profile');
  const [account, setAccount] = useState(fetches ? null : SAMPLE);
  useEffect(() => {
    if (fetches) void fetch('/api/account').then((response) => response.json()).then(setAccount);
  }, []);
  return (
    <>
      <header><nav>
        <a href="#profile" onClick={() => setTab('profile')}>Personal info</a>
        <a href="#security" id="tab-security" onClick={() => setTab('security')}>Security</a>
      </nav></header>
      <main>{tab === 'security' ? <Security /> : account ? <Profile account={account} /> : <p>Loading</p>}</main>
    </>
  );
}

createRoot(document.getElementById('root')).render(<App />);
